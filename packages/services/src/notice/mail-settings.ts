/** How the installation sends e-mail. */
export interface MailSettings {
  /** smtp://user:password@host:587 or smtps://…; with `?requireTLS=true` never in clear. */
  url: string;
  /** "Gần Dân <nhac-viec@xa.example>" */
  from: string;
  /** Where the sites are reached, for links in e-mails: "https://gandan.tinh.example"; null for e-mails without links. */
  publicUrl: string | null;
}

/**
 * The settings of e-mail from GANDAN_SMTP_URL, GANDAN_MAIL_FROM and GANDAN_PUBLIC_URL; null when none is to be sent.
 * @throws Error when they are half set or no addresses
 */
export function mailSettings(env: Readonly<Record<string, string | undefined>>): MailSettings | null {
  const { GANDAN_SMTP_URL: url, GANDAN_MAIL_FROM: from, GANDAN_PUBLIC_URL: publicUrl } = env;
  if (!url) return null;
  if (!/^smtps?:$/.test(protocolOf(url)))
    throw new Error("GANDAN_SMTP_URL must look like smtp://user:password@host:587.");
  if (!from) throw new Error("GANDAN_MAIL_FROM is not set: the address that e-mails come from.");
  if (publicUrl && !/^https?:$/.test(protocolOf(publicUrl))) {
    throw new Error("GANDAN_PUBLIC_URL must look like https://gandan.tinh.example.");
  }
  return { url, from, publicUrl: publicUrl ? publicUrl.replace(/\/+$/, "") : null };
}

function protocolOf(url: string): string {
  return URL.canParse(url) ? new URL(url).protocol : "";
}
