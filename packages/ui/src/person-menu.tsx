import { Icon } from "./icon";

export interface PersonMenuProps {
  /** "Tài khoản" */
  label: string;
  name: string;
  role?: string | undefined;
  links: readonly { href: string; label: string }[];
  signOut: { action: string; label: string };
}

/** Who is signed in: what is theirs, and the way out (a POST). */
export function PersonMenu({ label, name, role, links, signOut }: PersonMenuProps) {
  return (
    <details className="pop pop-end who" name="bar">
      <summary className="btn btn-quiet">
        <Icon name="user-round" />
        <span className="vh">{label}: </span>
        {name}
      </summary>
      <div className="pop-in">
        <PersonItems role={role} links={links} signOut={signOut} />
      </div>
    </details>
  );
}

/** The entries of the person menu; the compact main menu repeats them. */
export function PersonItems({ role, links, signOut }: Pick<PersonMenuProps, "role" | "links" | "signOut">) {
  return (
    <>
      {role ? <p className="pop-note">{role}</p> : null}
      {links.map((link) => (
        <a key={link.href} href={link.href}>
          {link.label}
        </a>
      ))}
      <form method="post" action={signOut.action}>
        <button type="submit">
          <Icon name="log-out" />
          {signOut.label}
        </button>
      </form>
    </>
  );
}
