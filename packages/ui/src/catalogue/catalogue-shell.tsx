import type { PageShellProps } from "../page-shell";

/** The shell of a one-stop desk, as in the design. */
export const deskShell: Omit<PageShellProps, "children"> = {
  labels: {
    skip: "Đến nội dung chính",
    openMenu: "Mở danh mục",
    mainNav: "Danh mục chính",
    mainNavShort: "Danh mục chính (thu gọn)",
    language: "Ngôn ngữ",
    count: "việc",
  },
  home: { href: "/u/xuan-lap-15592", name: "Gần Dân" },
  nav: [
    { href: "#today", label: "Hôm nay", icon: "house" },
    { href: "#dossiers", label: "Hồ sơ", icon: "folder-open", count: 38, current: true },
    { href: "#imports", label: "Nhập hồ sơ", icon: "upload" },
    { href: "#models", label: "Mô hình", icon: "sliders-horizontal", count: 0 },
    { href: "#score", label: "Bảng điểm", icon: "chart-column" },
  ],
  unit: {
    label: "Chuyển đơn vị",
    name: "Xã Xuân Lập",
    detail: "Trung tâm Phục vụ hành chính công",
    choices: [
      { href: "#xl", name: "Xã Xuân Lập", detail: "Mã 15592, tỉnh Thanh Hóa", current: true },
      { href: "#nd", name: "Xã Nam Dong", detail: "Mã 24649, tỉnh Lâm Đồng" },
    ],
    more: { href: "#units", label: "Tất cả đơn vị" },
  },
  search: { action: "#search", label: "Tìm mã hồ sơ, họ tên" },
  languages: [
    { code: "vi", short: "VI", name: "Tiếng Việt", href: "?lang=vi", current: true },
    { code: "en", short: "EN", name: "English", href: "?lang=en" },
  ],
  person: {
    label: "Tài khoản",
    name: "Nguyễn Thị B",
    role: "Bộ phận Một cửa",
    links: [{ href: "#sessions", label: "Các phiên đăng nhập" }],
    signOut: { action: "/sign-out", label: "Đăng xuất" },
  },
  footer: [
    <span key="name">Gần Dân · mô hình “Chính quyền thân thiện”</span>,
    <span key="demo">Số liệu trên trang này là số liệu minh họa</span>,
  ],
};
