from spacy.language import Language
from pipeline.components.claims import ClaimPipe
@Language.factory("voetbal_contracts")
def make_contracts(nlp: Language, name: str):
    return ClaimPipe("contracts", (), ())
