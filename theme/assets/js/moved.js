// At an address that has moved: the reader goes on with what they asked for, and the way back does not lead here again.
// A classic script: it runs before anything is drawn.
location.replace(`${document.currentScript.dataset.to}${location.search}${location.hash}`);
