"""The report: a snapshot of a landscape as a document for a meeting, in four formats from one model.

report = make_report(infer(load()), infer(load(), "2023-03-20"))
write_report(report, Path("report"))
"""

from remit.report.files import FILES, write_report
from remit.report.writing import make_report

__all__ = ["FILES", "make_report", "write_report"]
