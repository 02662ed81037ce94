// Asks the console. The key lives in this tab's session and nowhere else.
const KEY = 'harmattan.key';

export const key = {
  get: () => sessionStorage.getItem(KEY),
  set: (value) => sessionStorage.setItem(KEY, value),
  forget: () => sessionStorage.removeItem(KEY),
};

export function headers(with_ = key.get()) {
  return with_ ? { Authorization: `Bearer ${with_}` } : {};
}

export class Problem extends Error {
  constructor(status, problem) {
    super(problem?.detail ?? `HTTP ${status}`);
    this.status = status;
    this.title = problem?.title;
  }
}

async function answer(response) {
  if (response.ok) {
    return response.json();
  }
  const problem = await response.json().catch(() => null);
  throw new Problem(response.status, problem);
}

export async function get(path, options = {}) {
  return answer(await fetch(path, { headers: headers(options.key), signal: options.signal }));
}

export async function post(path, body) {
  return answer(
    await fetch(path, {
      method: 'POST',
      headers: { ...headers(), 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );
}
