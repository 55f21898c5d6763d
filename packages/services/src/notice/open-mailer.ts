import { createTransport } from "nodemailer";
import type { ComposedMail } from "./compose-mail";
import type { MailSettings } from "./mail-settings";

export interface Mailer {
  /** As in MailSettings. */
  publicUrl: string | null;
  /** Hands one e-mail to the server; the same `id` is the same e-mail. Rejects with what the server or the line says. */
  send: (id: string, to: string, mail: ComposedMail) => Promise<void>;
  close: () => void;
}

/** One e-mail must not keep the others waiting longer. */
const TIMEOUT_MS = 20_000;

/** Opens the way to the SMTP server; it connects with the first e-mail. */
export function openMailer({ url, from, publicUrl }: MailSettings): Mailer {
  const transport = createTransport({
    url,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    // What an e-mail says comes from the database: it may name no file and no address to be read.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const host = /@([^>\s]+)>?\s*$/.exec(from)?.[1] ?? "localhost";
  return {
    publicUrl,
    send: async (id, to, { subject, text, html, language = "vi" }) => {
      await transport.sendMail({
        from,
        // As an object: an address is never read as several.
        to: { name: "", address: to },
        subject,
        text,
        html,
        messageId: `<${id}@${host}>`,
        headers: { "Auto-Submitted": "auto-generated", "Content-Language": language },
      });
    },
    close: () => transport.close(),
  };
}
