"""How much of a case's gold an extracted process holds.

Compared, each as F1 in 0..1 per case, then averaged over cases:
  steps      tasks matched one to one with gold steps, by wording and by the quoted words (bpmn:documentation)
  actors     matched steps whose lane is the gold role, too
  flow       arrows between matched steps, seen through gateways, events and unmatched tasks
  decisions  those arrows that carry a condition, with a condition that says the same
  score      the mean of the four
Beside them: parallel (F1 of pairs of steps that start at the same time, where the gold has any), wording (mean similarity of
matched labels to the gold's), noise (share of `not_steps` that became a step), facts (F1 of uses, documents, takes and pain on
matched steps), questions (share of the gold's open questions that are asked about that step, or in like words) and asked (how
many were asked).
"""
