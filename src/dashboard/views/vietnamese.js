// Streamlit's own words stay English; they are replaced as they appear. Whole texts only, so no figure is touched.
(() => {
  if (window.dashboardSpeaksVietnamese) return;
  window.dashboardSpeaksVietnamese = true;
  document.documentElement.lang = "vi";
  const words = new Map(Object.entries({
    "Upload": "Chọn tệp", "Browse files": "Chọn tệp", "Drag and drop file here": "Kéo thả tệp vào đây",
    "Drag and drop files here": "Kéo thả các tệp vào đây", "Choose options": "Chọn", "Choose an option": "Chọn",
    "No results": "Không tìm thấy", "Press Enter to apply": "Nhấn Enter để áp dụng", "Search": "Tìm",
    "Fullscreen": "Toàn màn hình", "Close fullscreen": "Thoát toàn màn hình", "Download as CSV": "Tải CSV",
    "Show/hide columns": "Ẩn/hiện cột", "Download plot as a PNG": "Tải ảnh PNG", "Download plot as a png": "Tải ảnh PNG",
    "Download plot": "Tải ảnh PNG", "Page not found": "Không có trang này", "Close": "Đóng", "Running...": "Đang xử lý…",
    "Stop": "Dừng", "Rerun": "Chạy lại", "Connection error": "Mất kết nối", "Connecting": "Đang kết nối",
    "Skip to main content": "Tới nội dung chính", "Zoom": "Phóng to", "Pan": "Kéo", "Zoom in": "Phóng to",
    "Zoom out": "Thu nhỏ", "Autoscale": "Vừa khung", "Reset axes": "Về ban đầu", "Clear all": "Xóa hết",
    "Remove": "Bỏ", "Copy to clipboard": "Chép", "Copied": "Đã chép", "Select all": "Chọn tất cả", "Settings": "Cài đặt",
    "Print": "In", "Sort ascending": "Xếp tăng dần", "Sort descending": "Xếp giảm dần", "Autosize": "Vừa cột",
    "Pin column": "Ghim cột", "Unpin column": "Bỏ ghim cột", "Hide column": "Ẩn cột", "Format": "Định dạng",
  }));
  const patterns = [
    [/^(\d+) more$/, (_, count) => `Thêm ${count} trang`],
    [/^(\d+(?:\.\d+)?)MB per file(?: • (.*))?$/, (_, size, kinds) => `Tối đa ${size.replace(".", ",")} MB mỗi tệp${kinds ? ` • ${kinds}` : ""}`],
    [/^(\d+) more$/, (_, count) => `Thêm ${count} trang`],
    [/^File must be (.+) or smaller\.?$/, (_, size) => `Tệp không được quá ${size}.`],
    [/^(.+) files are not allowed\.?$/, (_, kind) => `Không nhận tệp ${kind}.`],
    [/^Limit (\d+)MB per file(.*)$/, (_, size, rest) => `Tối đa ${size} MB mỗi tệp${rest}`],
  ];
  const translated = text => {
    const bare = text.trim();
    if (words.has(bare)) return text.replace(bare, words.get(bare));
    for (const [pattern, speak] of patterns) if (pattern.test(bare)) return text.replace(bare, bare.replace(pattern, speak));
    return null;
  };
  const fix = node => {
    if (node.nodeType === Node.TEXT_NODE) {
      if (node.parentElement?.closest(".board, .meeting")) return;
      const text = translated(node.data);
      if (text !== null && text !== node.data) node.data = text;
    } else if (node.nodeType === Node.ELEMENT_NODE && !node.matches(".board, .meeting")) {
      for (const name of ["aria-label", "placeholder", "title", "data-title"]) {
        const text = node.hasAttribute(name) ? translated(node.getAttribute(name)) : null;
        if (text !== null) node.setAttribute(name, text);
      }
      node.childNodes.forEach(fix);
    }
  };
  fix(document.body);
  new MutationObserver(changes => changes.forEach(change =>
    change.type === "characterData" ? fix(change.target) : change.addedNodes.forEach(fix)
  )).observe(document.body, { childList: true, subtree: true, characterData: true });
})();
