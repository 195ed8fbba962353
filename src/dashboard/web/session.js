// When the server ends a tab's connection, ask whether the session is over, and then go to sign in again.
// The connection itself is Streamlit's; its end is all that is listened to.
(() => {
  const Plain = window.WebSocket;
  let isAsking = false;
  const ask = async () => {
    if (isAsking) return;
    isAsking = true;
    try {
      const answer = await fetch("/phien", { cache: "no-store" });
      const here = encodeURIComponent(location.pathname + location.search);
      if (answer.status === 401) location.replace(`/dang-nhap?ly-do=het-phien&den=${here}`);
    } catch { /* the server is away; Streamlit says so and tries again */ } finally { isAsking = false; }
  };
  window.WebSocket = class extends Plain {
    constructor(...given) {
      super(...given);
      // 4401: the session is over, or the account has changed; then the page is read anew with what is allowed now.
      this.addEventListener("close", event => {
        ask().then(() => { if (event.code === 4401) setTimeout(() => location.reload(), 300); });
      });
    }
  };
})();
