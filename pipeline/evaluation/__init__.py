"""How right the graph is, measured on articles that people have annotated (``make eval``)."""

from pipeline.evaluation.figures import Figures, Report, judged_claims, report
from pipeline.evaluation.gold import GoldArticle, load
from pipeline.evaluation.judging import Verdict, judge

__all__ = ["Figures", "GoldArticle", "Report", "Verdict", "judge", "judged_claims", "load", "report"]
