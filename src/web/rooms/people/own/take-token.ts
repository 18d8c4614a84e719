/** The link carries its secret behind `#`: it never travels to a server, and here it leaves the address at once. */
export const takeToken = (): string | null => {
  const token = window.location.hash.slice(1);
  if (token === '') return null;
  window.history.replaceState(window.history.state, '', window.location.pathname);
  return token;
};
