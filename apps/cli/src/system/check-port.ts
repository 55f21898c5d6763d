import { createServer } from "node:net";
import { Problem } from "./problem";

/** Resolves when a server could listen on the port; otherwise throws a Problem that names the variable to set. */
export async function checkPort(port: number, variable: string): Promise<void> {
  const error = await tryPort(port);
  if (!error) return;
  if (error.code === "EACCES") {
    throw new Problem(
      `Không được phép mở cổng ${port}: hãy đặt ${variable} sang một cổng từ 1024 trở lên.`,
      `Port ${port} may not be opened: set ${variable} to a port of 1024 or above.`,
    );
  }
  throw new Problem(
    `Cổng ${port} đang được chương trình khác dùng: hãy tắt chương trình đó hoặc đặt ${variable} sang cổng khác, ví dụ ${variable}=${port + 1000} npm start.`,
    `Port ${port} is in use: stop the program that uses it, or set ${variable} to another port.`,
  );
}

function tryPort(port: number): Promise<NodeJS.ErrnoException | undefined> {
  return new Promise((done) => {
    const server = createServer();
    server.on("error", done);
    server.listen(port, () => server.close(() => done(undefined)));
  });
}
