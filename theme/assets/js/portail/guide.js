// On paper an address is read: links of the guide's texts to other pages of the portal say theirs in full.
const printed = () => {
  for (const link of document.querySelectorAll(".bs a[href^='/']:not(.fl, [role])")) link.dataset.url = link.href;
};

// From a guide, pages that explain it hear of its place.
const explained = (body) => {
  for (const link of body.querySelectorAll("a.fl")) link.search = `?lieu=${ownPlace()}`;
};
