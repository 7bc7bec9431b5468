"""The portrait of a territory (F17): how many people live there, in which communes, beside whom, and what is there."""
