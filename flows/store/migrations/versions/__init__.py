"""The scripts, in order of their numbers. One that was released is never edited; a change is a new one."""
