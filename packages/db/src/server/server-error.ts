export type ServerErrorKey =
  | "server.dataFolderClosed"
  | "server.dataFolderForeign"
  | "server.inUse"
  | "server.portInUse"
  | "server.noBinaries"
  | "server.noUser"
  | "server.initFailed"
  | "server.startFailed"
  | "server.stopFailed"
  | "server.tooOld"
  | "server.mayNotMigrate";

const SENTENCES: Record<ServerErrorKey, { vi: string; en: string }> = {
  "server.dataFolderClosed": {
    vi: "Không vào được thư mục dữ liệu {folder} (bị chặn ở {at}): hãy đặt biến GANDAN_DATA trỏ tới một thư mục mà người dùng {user} vào được, ví dụ /var/lib/gandan.",
    en: "The data folder {folder} cannot be entered (closed at {at}): set GANDAN_DATA to a folder that user {user} can enter, for example /var/lib/gandan.",
  },
  "server.dataFolderForeign": {
    vi: "Thư mục dữ liệu {folder} thuộc về người dùng khác: hãy chạy lại bằng người dùng đó, hoặc đặt biến GANDAN_DATA trỏ tới thư mục khác.",
    en: "The data folder {folder} belongs to another user: run as that user, or set GANDAN_DATA to another folder.",
  },
  "server.inUse": {
    vi: "Thư mục dữ liệu {folder} đang được một lần chạy khác sử dụng (tiến trình {pid}): hãy dừng lần chạy đó, hoặc đặt biến GANDAN_DATA trỏ tới thư mục khác.",
    en: "The data folder {folder} is in use by another start (process {pid}): stop that one, or set GANDAN_DATA to another folder.",
  },
  "server.portInUse": {
    vi: "Cổng {port} của cơ sở dữ liệu đang bận: hãy chọn cổng khác bằng biến GANDAN_DATABASE_PORT.",
    en: "The database port {port} is in use: choose another with GANDAN_DATABASE_PORT.",
  },
  "server.noBinaries": {
    vi: "Không tìm thấy PostgreSQL đi kèm cho {platform}: hãy cài lại các gói, hoặc đặt biến DATABASE_URL trỏ tới một máy chủ PostgreSQL 18.",
    en: "The PostgreSQL that comes with the packages was not found for {platform}: install the packages again, or set DATABASE_URL to a PostgreSQL 18 server.",
  },
  "server.noUser": {
    vi: "PostgreSQL không chạy bằng quyền root và máy không có người dùng postgres hay nobody: hãy chạy bằng một người dùng thường.",
    en: "PostgreSQL does not run as root and there is no user postgres or nobody: run as an ordinary user.",
  },
  "server.initFailed": {
    vi: "Không tạo được cơ sở dữ liệu trong {folder}: {reason}",
    en: "The database could not be created in {folder}: {reason}",
  },
  "server.startFailed": {
    vi: "Cơ sở dữ liệu trong {folder} không khởi động được: {reason}",
    en: "The database in {folder} did not start: {reason}",
  },
  "server.tooOld": {
    vi: "Máy chủ ở DATABASE_URL là PostgreSQL {version}: cần PostgreSQL 18 trở lên.",
    en: "The server at DATABASE_URL is PostgreSQL {version}: PostgreSQL 18 or later is needed.",
  },
  "server.mayNotMigrate": {
    vi: "Tài khoản {login} ở DATABASE_URL không đủ quyền ({reason}): hãy cấp cho tài khoản này quyền sở hữu cơ sở dữ liệu và quyền CREATEROLE.",
    en: "The login {login} of DATABASE_URL may not do this ({reason}): make it the owner of the database and grant it CREATEROLE.",
  },
  "server.stopFailed": {
    vi: "Cơ sở dữ liệu trong {folder} không dừng được: {reason}",
    en: "The database in {folder} did not stop: {reason}",
  },
};

/** The database cannot be used; `sentence` says what to do, in both languages. */
export class ServerError extends Error {
  readonly sentence: { vi: string; en: string };

  constructor(
    readonly key: ServerErrorKey,
    readonly details: Record<string, string | number> = {},
  ) {
    const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? ""));
    const sentence = { vi: fill(SENTENCES[key].vi), en: fill(SENTENCES[key].en) };
    super(sentence.en);
    this.name = "ServerError";
    this.sentence = sentence;
  }
}
