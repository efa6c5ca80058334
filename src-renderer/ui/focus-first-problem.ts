/** After a form was sent: takes the focus to the first field that says what is wrong with it, once it says so. */
export function focusFirstProblem(form: HTMLElement): void {
  setTimeout(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}
