"use strict";
// Times in the reader's zone, with UTC beside them.
for (const time of document.querySelectorAll("time")) {
  const local = new Date(time.dateTime).toLocaleString();
  time.title = time.textContent;
  time.textContent = `${local} (${time.textContent.slice(11)})`;
}
// New mail is announced, not pushed in: the list must not move under the reader's hand.
const news = document.getElementById("news");
if (news) {
  const look = async () => {
    try {
      const mails = await (await fetch("/api/messages")).json();
      const known = mails.findIndex((mail) => mail.id === news.dataset.newest);
      const fresh = known < 0 ? mails.length : known;
      if (fresh > 0) {
        const link = document.createElement("a");
        link.href = "/";
        link.textContent = fresh === 1 ? "Show 1 new mail" : `Show ${fresh} new mails`;
        news.replaceChildren(link);
      }
    } catch {
      news.textContent = "The mailbox does not answer. Is the run still up?";
    }
  };
  setInterval(look, 3000);
}
