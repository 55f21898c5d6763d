import { signLetters } from "@gandan/model/letter/signing-inputs";

/** The letters ticked for signing, each with the revision that was seen; undefined when none is. */
export function readSigning(form: FormData) {
  const letters = form.getAll("letter").map((value) => {
    const [letterId, revision] = String(value).split(" ");
    return { letterId, revision: Number(revision) };
  });
  const parsed = signLetters.safeParse({ letters });
  return parsed.success ? parsed.data : undefined;
}

/** When a letter went out as the officer states it, of a field of date and time; undefined when it is now. */
export function readStatedAt(form: FormData): { statedAt?: string } | null {
  const typed = String(form.get("statedAt") ?? "").trim();
  if (!typed) return {};
  const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(typed) ? new Date(`${typed}:00+07:00`) : null;
  return instant && !Number.isNaN(instant.getTime()) ? { statedAt: instant.toISOString() } : null;
}
