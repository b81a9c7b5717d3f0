import type { FastifyRequest } from 'fastify';
import QRCode from 'qrcode';

/** The tracking link as a QR code, in the page itself: nothing is fetched. */
export async function qrOf(request: FastifyRequest, path: string): Promise<string> {
  const svg = await QRCode.toString(`${request.protocol}://${request.host}${path}`, { type: 'svg', margin: 1, errorCorrectionLevel: 'M' });
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}
