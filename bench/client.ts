import { connect, type Socket } from 'node:net';
import { ACTS, type Act } from './job.ts';
import { drive } from './measure.ts';

/** The other end of the wire, in a process of its own: kept-alive connections, one request at a time on each. */
export interface Errand {
  readonly port: number;
  readonly inFlight: number;
  readonly seconds: number;
  /** Bearer token per seat. */
  readonly tokens: Readonly<Record<string, string>>;
  readonly keyed: boolean;
}

interface Answer {
  readonly status: number;
  readonly body: { readonly number?: string };
}

process.on('message', async (errand: Errand) => {
  const before = process.cpuUsage();
  const lines = Array.from({ length: errand.inFlight }, () => new Line(errand.port));
  const result = await drive(errand.inFlight, errand.seconds, async (matter, act, worker) => {
    const { status, body } = await (lines[worker] as Line).post(pathOf(matter, act), bodyOf(act), headersOf(errand, act));
    if (status !== (matter ? 200 : 201) || !body.number)
      throw new Error(`bench: ${act.name} was answered ${status} ${JSON.stringify(body)}`);
    return body.number;
  });
  for (const line of lines) line.end();
  const { user, system } = process.cpuUsage(before);
  process.send?.({ ...result, cpu: (user + system) / 1e6 });
});
process.on('disconnect', () => process.exit(0));

const pathOf = (matter: string | undefined, act: Act) => (matter ? `/api/v1/matters/${matter}/actions/${act.name}` : '/api/v1/matters');
const bodies = new Map(ACTS.map((act) => [act, JSON.stringify(act.input)]));
const bodyOf = (act: Act) => bodies.get(act) as string;
let serial = 0;
const headersOf = ({ tokens, keyed }: Errand, act: Act) =>
  `authorization: Bearer ${tokens[act.seat]}\r\n${keyed ? `idempotency-key: ${process.pid}-${Date.now()}-${++serial}\r\n` : ''}`;

/** HTTP/1.1 by hand: the load generator shares the machine with what it measures, so it has to be light. */
class Line {
  readonly #socket: Socket;
  #text = '';
  #settle: ((answer: Answer) => void) | undefined;
  #fail: ((error: Error) => void) | undefined;

  constructor(port: number) {
    this.#socket = connect({ port, host: '127.0.0.1', noDelay: true });
    this.#socket.setEncoding('utf8').on('data', (text: string) => this.#take(text));
    this.#socket.on('error', (error) => this.#fail?.(error)).on('close', () => this.#fail?.(new Error('bench: the connection was closed')));
  }

  post(path: string, body: string, headers: string): Promise<Answer> {
    const head = `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n${headers}content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n`;
    return new Promise((settle, fail) => {
      this.#settle = settle;
      this.#fail = fail;
      this.#socket.write(head + body);
    });
  }

  end(): void {
    this.#fail = undefined;
    this.#socket.destroy();
  }

  #take(text: string): void {
    this.#text += text;
    const end = this.#text.indexOf('\r\n\r\n');
    if (end < 0) return;
    const length = Number(/content-length: (\d+)/i.exec(this.#text.slice(0, end))?.[1]);
    const body = this.#text.slice(end + 4);
    if (Buffer.byteLength(body) < length) return;
    const status = Number(this.#text.slice(9, 12));
    this.#text = '';
    this.#settle?.({ status, body: JSON.parse(body) });
  }
}
