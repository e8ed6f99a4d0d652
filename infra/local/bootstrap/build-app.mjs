// Bundles the browser app where its last bundle is stale.
import { buildApp } from './prepare.mjs';

process.exitCode = await buildApp();
