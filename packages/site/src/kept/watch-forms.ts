import { type KeptForm, keptOwner, keptStore, typedId } from "./kept-store";

/** A form with this attribute is kept; its value says what the form is for. */
const MARK = "data-keep";
const WAIT_MS = 250;

const markedForms = () => [...document.querySelectorAll<HTMLFormElement>(`form[${MARK}]`)];

/** Where a form is sent: to its page, unless it says otherwise. */
function addressOf(form: HTMLFormElement): string {
  const { pathname, search } = new URL(form.getAttribute("action") || window.location.href, window.location.href);
  return pathname + search;
}

function fieldsOf(form: HTMLFormElement): KeptForm["fields"] {
  return [...new FormData(form)].flatMap(([name, value]): KeptForm["fields"] =>
    typeof value === "string" ? [[name, value]] : [],
  );
}

function keepTyped(form: HTMLFormElement): void {
  const [store, owner] = [keptStore(), keptOwner()];
  const title = form.getAttribute(MARK);
  if (!store || !owner || !title || !form.isConnected) return;
  const href = addressOf(form);
  const fields = fieldsOf(form);
  store.keep({ id: typedId(href, fields), ...owner, href, title, fields, state: "typed" });
}

/**
 * Keeps what is typed into marked forms of the page, shortly after it is typed and before it is sent; forgets all when
 * the person signs out.
 * @returns ends the watching
 */
export function watchForms(): () => void {
  let waiting: { form: HTMLFormElement; timer: number } | null = null;
  const keepNow = () => {
    if (!waiting) return;
    window.clearTimeout(waiting.timer);
    keepTyped(waiting.form);
    waiting = null;
  };
  const onInput = ({ target }: Event) => {
    const form = target instanceof Element ? target.closest<HTMLFormElement>(`form[${MARK}]`) : null;
    if (!form) return;
    if (waiting && waiting.form !== form) keepNow();
    if (waiting) window.clearTimeout(waiting.timer);
    waiting = { form, timer: window.setTimeout(keepNow, WAIT_MS) };
  };
  const onSubmit = ({ target }: Event) => {
    if (!(target instanceof HTMLFormElement)) return;
    if (new URL(target.action, window.location.href).pathname === "/sign-out") {
      if (waiting) window.clearTimeout(waiting.timer);
      waiting = null;
      keptStore()?.clear();
    } else if (target.hasAttribute(MARK)) {
      if (waiting) window.clearTimeout(waiting.timer);
      waiting = null;
      keepTyped(target);
    }
  };
  document.addEventListener("input", onInput);
  document.addEventListener("submit", onSubmit, true);
  window.addEventListener("pagehide", keepNow);
  return () => {
    keepNow();
    document.removeEventListener("input", onInput);
    document.removeEventListener("submit", onSubmit, true);
    window.removeEventListener("pagehide", keepNow);
  };
}

/** The form of the page into which something kept belongs, when it is there. */
export function formOf(kept: KeptForm): HTMLFormElement | undefined {
  const wanted = typedId(kept.href, kept.fields);
  return markedForms().find((form) => typedId(addressOf(form), fieldsOf(form)) === wanted);
}

/** Whether a form says something else than what is kept of it; what it carries unseen does not count. */
export function differs(form: HTMLFormElement, kept: KeptForm): boolean {
  const seen = (fields: KeptForm["fields"]) =>
    JSON.stringify(fields.filter(([name, value]) => value !== "" && !isUnseen(form, name)));
  return seen(fieldsOf(form)) !== seen(kept.fields);
}

const isUnseen = (form: HTMLFormElement, name: string) =>
  form.querySelector(`input[type=hidden][name="${CSS.escape(name)}"]`) !== null;

/**
 * Fills a form with what was kept and shows the parts of it that are folded. Of what it carries unseen the key alone
 * comes back, so that what was sent without an answer is not made twice; what the page has seen stays as the page has it.
 */
export function fillForm(form: HTMLFormElement, { fields }: KeptForm): void {
  const controls = [...form.elements].filter(
    (each): each is HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement =>
      each instanceof HTMLInputElement || each instanceof HTMLTextAreaElement || each instanceof HTMLSelectElement,
  );
  for (const control of controls) {
    const values = fields.filter(([name]) => name === control.name).map(([, value]) => value);
    if (control instanceof HTMLInputElement && (control.type === "checkbox" || control.type === "radio")) {
      control.checked = values.includes(control.value);
    } else if (control.type !== "hidden" || (control.name === "key" && values[0])) {
      if (control.type !== "submit" && control.type !== "button") setValue(control, values[0] ?? "");
    }
    if (values[0]) for (const part of foldsAround(control)) part.open = true;
  }
  form.scrollIntoView({ block: "nearest" });
  controls.find(({ type }) => type !== "hidden")?.focus();
}

/** As if it were typed, so that what draws the page knows. */
function setValue(control: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement, value: string): void {
  const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), "value") ?? {};
  set?.call(control, value);
  control.dispatchEvent(new Event("input", { bubbles: true }));
  control.dispatchEvent(new Event("change", { bubbles: true }));
}

function foldsAround(control: Element): HTMLDetailsElement[] {
  const folds: HTMLDetailsElement[] = [];
  for (let part = control.parentElement; part; part = part.parentElement) {
    if (part instanceof HTMLDetailsElement) folds.push(part);
  }
  return folds;
}
