/**
 * Shows the copy buttons and makes them work; without it the URL is selected by hand. It is in the page, allowed by its
 * hash alone, so it holds no `<` and no `&`.
 */
export const SCRIPT = `
for (const button of document.querySelectorAll('button[data-copies]')) {
  const field = document.getElementById(button.dataset.copies);
  const status = document.getElementById('status');
  button.hidden = false;
  button.addEventListener('click', async () => {
    field.focus();
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      if (!document.execCommand('copy')) return;
    }
    status.textContent = '';
    setTimeout(() => { status.textContent = button.dataset.done; }, 50);
    button.textContent = button.dataset.done;
    setTimeout(() => { button.textContent = button.dataset.label; }, 2000);
  });
}
`;
