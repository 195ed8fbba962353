// When the server ends a tab's connection, ask whether the session is over, and then go to sign in again.
// The connection itself is Streamlit's; its end is all that is listened to.
(() => {
  const Plain = window.WebSocket;
  let isAsking = false, isLeaving = false;
  // Who signs out is on the way to the sign-in to leave that too; a download only looks like leaving.
  addEventListener("beforeunload", () => { isLeaving = true; setTimeout(() => { isLeaving = false; }, 10000); });
  const ask = async () => {
    if (isAsking || isLeaving) return;
    isAsking = true;
    try {
      const answer = await fetch("/phien", { cache: "no-store" });
      const here = encodeURIComponent(location.pathname + location.search);
      if (answer.status === 401 && !isLeaving) location.replace(`/dang-nhap?ly-do=het-phien&den=${here}`);
    } catch { /* the server is away; Streamlit says so and tries again */ } finally { isAsking = false; }
  };
  window.WebSocket = class extends Plain {
    constructor(...given) {
      super(...given);
      // 4401: the session is over, or the account has changed; then the page is read anew with what is allowed now.
      this.addEventListener("close", event => {
        ask().then(() => { if (event.code === 4401 && !isLeaving) setTimeout(() => location.reload(), 300); });
      });
    }
  };
})();
