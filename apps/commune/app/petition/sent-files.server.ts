import type { PetitionFileInput } from "@gandan/model/petition/petition-inputs";

/** The files of a form, those without content left out: a field that was not filled in sends an empty one. */
export async function sentFiles(form: FormData): Promise<PetitionFileInput[]> {
  const files = form.getAll("file").filter((file) => file instanceof File && file.size > 0) as File[];
  return Promise.all(
    files.map(async (file) => ({ name: file.name.slice(0, 1_000), bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
}
