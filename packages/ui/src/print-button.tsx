import { useEffect, useState } from "react";
import { Icon } from "./icon";

/** Opens the browser's print dialog; not there without script, where the browser's own menu prints. */
export function PrintButton({ children }: { children: string }) {
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  if (!ready) return null;
  return (
    <button className="btn" type="button" onClick={() => window.print()}>
      <Icon name="printer" />
      {children}
    </button>
  );
}
