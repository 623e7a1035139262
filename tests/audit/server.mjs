/* Serves a folder on this machine alone, compressed as hosts do it. */

import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { createGzip } from "node:zlib";

const TYPES = {
  ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
  ".json": "application/json", ".svg": "image/svg+xml", ".png": "image/png", ".xml": "application/xml",
};
const AS_IS = new Set([".png"]);

export const serve = (folder) =>
  new Promise((resolve) => {
    const server = createServer((request, response) => {
      const path = normalize(decodeURIComponent(new URL(request.url, "http://localhost").pathname));
      let file = join(folder, path);
      try {
        if (statSync(file).isDirectory()) file = join(file, "index.html");
        statSync(file);
      } catch {
        response.writeHead(404).end();
        return;
      }
      const type = extname(file);
      const headers = { "content-type": TYPES[type] ?? "application/octet-stream", "cache-control": "max-age=600" };
      if (AS_IS.has(type)) createReadStream(file).pipe(response.writeHead(200, headers));
      else createReadStream(file).pipe(createGzip()).pipe(response.writeHead(200, { ...headers, "content-encoding": "gzip" }));
    });
    server.listen(0, "127.0.0.1", () => resolve({ url: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() }));
  });
