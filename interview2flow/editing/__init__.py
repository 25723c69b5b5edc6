"""Pure changes to a Process: each takes a process and gives a new one."""
