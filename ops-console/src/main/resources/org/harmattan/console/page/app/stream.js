// The live stream, over fetch: EventSource cannot send a key. It reconnects for ever, with the id of what it saw last.
import { headers } from './api.js';

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 15_000;
const SILENCE = 45_000; // three missed heartbeats: the connection is dead and does not know it

export class Stream {
  #handlers;
  #lastId = null;
  #abort = null;
  #pause = FIRST_PAUSE;
  #timer = null;
  #watch = null;

  constructor(handlers) {
    this.#handlers = handlers;
  }

  // Starts anew: another key, another audience, nothing to resume.
  start() {
    this.#lastId = null;
    this.#pause = FIRST_PAUSE;
    this.retryNow();
  }

  retryNow() {
    clearTimeout(this.#timer);
    this.#abort?.abort();
    this.#abort = new AbortController();
    this.#run(this.#abort);
  }

  async #run(abort) {
    this.#handlers.connecting();
    let status = 0;
    try {
      const resume = this.#lastId ? { 'Last-Event-ID': this.#lastId } : {};
      const response = await fetch('/api/v1/stream', {
        headers: { ...headers(), ...resume, Accept: 'text/event-stream' },
        signal: abort.signal,
        cache: 'no-store',
      });
      status = response.status;
      if (!response.ok) {
        throw new Error(`HTTP ${response.status}`);
      }
      await this.#read(response.body.getReader(), abort);
    } catch (error) {
      if (error.name !== 'AbortError' && !(error instanceof TypeError) && status === 200) {
        console.warn(error);
      }
    } finally {
      clearTimeout(this.#watch);
    }
    if (this.#abort !== abort) {
      return; // a newer run has taken over
    }
    if (status === 401) {
      this.#handlers.refused();
      return;
    }
    const pause = this.#pause * (0.75 + Math.random() / 2);
    this.#pause = Math.min(this.#pause * 2, LONGEST_PAUSE);
    this.#handlers.lost(pause);
    this.#timer = setTimeout(() => this.retryNow(), pause);
  }

  async #read(reader, abort) {
    const decoder = new TextDecoder();
    let buffer = '';
    let event = { name: 'message', id: null, data: [] };
    for (;;) {
      this.#listenFor(abort);
      const { done, value } = await reader.read();
      if (done) {
        return;
      }
      buffer += decoder.decode(value, { stream: true });
      const lines = buffer.split(/\r?\n/);
      buffer = lines.pop();
      for (const line of lines) {
        if (line === '') {
          this.#dispatch(event);
          event = { name: 'message', id: null, data: [] };
        } else if (!line.startsWith(':')) {
          const colon = line.indexOf(':');
          const field = colon < 0 ? line : line.slice(0, colon);
          const text = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
          if (field === 'event') event.name = text;
          if (field === 'id') event.id = text;
          if (field === 'data') event.data.push(text);
        }
      }
    }
  }

  #dispatch(event) {
    const data = event.data.join('\n');
    if (data === '') {
      return;
    }
    if (event.id) {
      this.#lastId = event.id;
    }
    this.#pause = FIRST_PAUSE;
    this.#handlers.event(event.name, JSON.parse(data));
  }

  #listenFor(abort) {
    clearTimeout(this.#watch);
    this.#watch = setTimeout(() => {
      if (this.#abort === abort) {
        this.retryNow();
      }
    }, SILENCE);
  }
}
