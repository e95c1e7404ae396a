// Hears when the site has been built anew. A browser opens six connections to one server, so only pages that are
// seen hold one; a page that is seen again catches up.
export function dengarkan(call) {
  let stream = null;
  const open = () => {
    if (stream || document.hidden) return;
    stream = new EventSource('/sunting/api/events');
    stream.addEventListener('built', () => call());
  };
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) {
      if (stream) stream.close();
      stream = null;
    } else if (!stream) {
      open();
      call();
    }
  });
  window.addEventListener('pagehide', () => stream && stream.close());
  open();
}
