"""The portrait of a territory (F17): who lives there, in which communes, beside whom, and what is there."""
