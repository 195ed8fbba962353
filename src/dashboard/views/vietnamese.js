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
    "Automatic": "Tự động", "Localized": "Theo vùng", "Plain": "Số trơn", "Compact": "Rút gọn", "Percent": "Phần trăm",
    "Dollar": "Đô la", "Euro": "Euro", "Yen": "Yên", "Scientific": "Khoa học", "Accounting": "Kế toán", "Bytes": "Dung lượng",
    "Distance": "Cách đây", "Calendar": "Lịch", "Duration": "Thời lượng", "Copy column name": "Chép tên cột", "Wrap": "Xuống dòng",
    "Add row": "Thêm dòng", "Delete row(s)": "Xóa dòng", "Delete rows": "Xóa dòng", "Clear selection": "Bỏ chọn", "Filter": "Lọc",
    "Clear value": "Xóa giá trị", "Open": "Mở", "Increment": "Tăng", "Decrement": "Giảm", "Choose date": "Chọn ngày",
    "Choose date range": "Chọn khoảng ngày", "Choose date and time": "Chọn ngày giờ", "Select date": "Chọn ngày", "Select...": "Chọn…",
    "Previous month": "Tháng trước", "Next month": "Tháng sau", "Previous page": "Trang trước", "Next page": "Trang sau",
    "Link to heading": "Liên kết tới mục này", "Copy link to heading": "Chép liên kết tới mục này", "Navigate to home page": "Về trang đầu",
    "file upload": "Tệp để gửi", "App pages": "Các trang", "Main menu": "Trình đơn", "Notifications": "Thông báo", "Cancel": "Thôi",
    "Toggle fullscreen": "Toàn màn hình", "Exit fullscreen": "Thoát toàn màn hình", "Help": "Giải thích", "Selected": "Đã chọn",
    "Scroll tabs left": "Cuộn thẻ sang trái", "Scroll tabs right": "Cuộn thẻ sang phải", "Show data": "Hiện số liệu", "No data": "Không có số liệu",
    "Show chart": "Hiện biểu đồ", "Reset": "Đặt lại", "Save": "Lưu", "Try again": "Thử lại", "Stop script": "Dừng", "Empty": "Trống",
    "Only one file is allowed.": "Chỉ nhận một tệp.", "Too many files": "Quá nhiều tệp", "Network Error": "Lỗi mạng", "Unknown error": "Lỗi không rõ",
    "Script execution error": "Lỗi khi chạy trang", "Is your Streamlit server still running?": "Máy chủ của ứng dụng còn chạy không?",
    "Page number": "Số trang", "Enter fullscreen": "Toàn màn hình", "Expand sidebar": "Mở thanh bên", "Collapse sidebar": "Thu thanh bên",
    "Show password text": "Hiện mật khẩu", "Hide password text": "Ẩn mật khẩu", "Light": "Sáng", "Dark": "Tối", "System": "Theo máy",
    "Your file could not be uploaded": "Không gửi được tệp", "You are offline": "Máy đang mất mạng",
  }));
  const patterns = [
    [/^(\d+) more$/, (_, count) => `Thêm ${count} trang`],
    [/^(\d+(?:\.\d+)?)MB per file(?: • (.*))?$/, (_, size, kinds) => `Tối đa ${size.replace(".", ",")} MB mỗi tệp${kinds ? ` • ${kinds}` : ""}`],
    [/^Delete row\(?s?\)?(?: (.*))?$/, (_, which) => `Xóa dòng${which ? ` ${which}` : ""}`],
    [/^Help for (.+)$/, (_, what) => `Giải thích: ${what}`],
    [/^Remove (.+)$/, (_, what) => `Bỏ ${what}`],
    [/^Choose (.+)\. It's (?:not )?available\.$/, (_, day) => `Chọn ${day}`],
    [/^Selected (.*)\. Choose .*$/, (_, what) => `Đang chọn ${what}`],
    [/^Press (?:Ctrl|⌘)\+Enter to apply$/, () => "Nhấn Ctrl+Enter để áp dụng"],
    [/^Please enter a valid .*$/, () => "Hãy nhập giá trị hợp lệ"],
    [/^File must be (.+) or smaller\.?$/, (_, size) => `Tệp không được quá ${size}.`],
    [/^(.+) files are not allowed\.?$/, (_, kind) => `Không nhận tệp ${kind}.`],
    [/^Limit (\d+)MB per file(.*)$/, (_, size, rest) => `Tối đa ${size} MB mỗi tệp${rest}`],
  ];
  const TOLD = ["aria-label", "placeholder", "title", "data-title", "alt"];
  const translated = text => {
    const bare = text.trim();
    if (words.has(bare)) return text.replace(bare, words.get(bare));
    for (const [pattern, speak] of patterns) if (pattern.test(bare)) return text.replace(bare, bare.replace(pattern, speak));
    return null;
  };
  const speak = (element, name) => {
    const text = element.hasAttribute(name) ? translated(element.getAttribute(name)) : null;
    if (text !== null && text !== element.getAttribute(name)) element.setAttribute(name, text);
  };
  const fix = node => {
    if (node.nodeType === Node.TEXT_NODE) {
      if (node.parentElement?.closest(".board, .meeting")) return;
      const text = translated(node.data);
      if (text !== null && text !== node.data) node.data = text;
    } else if (node.nodeType === Node.ELEMENT_NODE && !node.matches(".board, .meeting")) {
      TOLD.forEach(name => speak(node, name));
      node.childNodes.forEach(fix);
    }
  };
  fix(document.body);
  const changed = { characterData: ({ target }) => fix(target), childList: ({ addedNodes }) => addedNodes.forEach(fix),
    attributes: ({ target, attributeName }) => speak(target, attributeName) };
  new MutationObserver(changes => changes.forEach(change => changed[change.type](change)))
    .observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: TOLD });
})();
