// Waits for the next edition of the page, and says so where the server is gone.
const notice = document.getElementById("live");
const follow = async () => {
  for (;;) {
    try {
      const answer = await fetch("/edition?after=" + EDITION, { cache: "no-store" });
      const edition = Number(await answer.text());
      if (edition > EDITION) return location.reload();
    } catch (error) {
      notice.textContent = "The server has stopped; this page no longer follows the files.";
      await new Promise((resolve) => setTimeout(resolve, 2000));
    }
  }
};
follow();
