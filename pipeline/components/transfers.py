from spacy.language import Language
from pipeline.components.claims import ClaimPipe
@Language.factory("voetbal_transfers")
def make_transfers(nlp: Language, name: str):
    return ClaimPipe("transfers", (), ())
