import type { FastifyRequest } from 'fastify';
import { type ApiRoute, type Json, jsonSchemaOf } from './api.ts';

/** The fields that a body may have where an unknown one was sent, as the API tells them; undefined for an address that it does not tell. */
export type KnownFields = (request: FastifyRequest, path: string) => readonly string[] | undefined;

export const knownFieldsOf =
  (routes: readonly ApiRoute[]): KnownFields =>
  (request, path) => {
    const asked = request.params as Readonly<Record<string, string>>;
    const here = ({ method, path, at = {} }: ApiRoute) =>
      method === request.method && path === request.routeOptions.url && Object.entries(at).every(([name, is]) => asked[name] === is);
    const whole = routes.find(here)?.body;
    const place = path.split('.').slice(0, -1);
    const at = place.reduce((schema: Json | undefined, name) => partOf(schema, name), whole && jsonSchemaOf(whole));
    return at?.properties ? Object.keys(at.properties) : undefined;
  };

/** One field of a group, or any row of a list. */
const partOf = (schema: Json | undefined, name: string): Json | undefined =>
  (/^\d+$/.test(name) ? schema?.items : (schema?.properties as Readonly<Record<string, unknown>> | undefined)?.[name]) as Json | undefined;
