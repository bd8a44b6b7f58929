// What the desk has recorded leaves it in order, one command after the other, while the keying goes on. The first one that
// fails stops the rest: nothing may be recorded behind a sheet that was not.

/** Sends commands strictly in order. */
export class Outgoing<Command> {
  readonly #send: (command: Command) => Promise<unknown>;
  readonly #failed: (reason: unknown, command: Command) => void;
  #waiting: Command[] = [];
  #running: Promise<void> = Promise.resolve();
  #busy = false;
  #stopped = false;

  constructor(
    send: (command: Command) => Promise<unknown>,
    failed: (reason: unknown, command: Command) => void,
  ) {
    this.#send = send;
    this.#failed = failed;
  }

  /** Puts a command behind those already waiting. */
  push(command: Command): void {
    this.#waiting.push(command);
    this.#start();
  }

  /** Tries again with the command that failed, then the rest. */
  retry(): void {
    this.#stopped = false;
    this.#start();
  }

  /** Forgets what was not sent. */
  drop(): void {
    this.#waiting = [];
    this.#stopped = false;
  }

  /** Resolves to whether everything pushed so far was recorded. */
  async settled(): Promise<boolean> {
    await this.#running;
    return this.#waiting.length === 0;
  }

  #start(): void {
    if (!this.#busy && !this.#stopped) {
      this.#running = this.#run();
    }
  }

  async #run(): Promise<void> {
    this.#busy = true;
    for (let next = this.#waiting[0]; next !== undefined; next = this.#waiting[0]) {
      try {
        await this.#send(next);
      } catch (reason) {
        this.#stopped = true;
        this.#busy = false;
        this.#failed(reason, next);
        return;
      }
      this.#waiting.shift();
    }
    this.#busy = false;
  }
}
