"""A landscape served to other programs: a SPARQL endpoint that can be left open, its description, and the site.

How a request goes: ``app`` takes it in, ``protocol`` reads the operation from it, ``pool`` gives it to a worker, and
``answering`` answers it there. Workers are forked from one ``keeper`` process that holds the dataset in memory, so that
each starts at once, shares that memory, and can be killed without harm.
"""
