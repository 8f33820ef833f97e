// Reads one line of a sample file from end to end; what scripts and tests compare.
// Law: a sample gives the message and the shop, nothing else reaches the reader.
import type { FlatReading, Sample } from './flat-reading.ts';
import { contextOfSample, flattenReading } from './flat-reading.ts';
import { readMessage } from './read-message.ts';

/** @throws RangeError when the sample's moment or hours cannot be understood. */
export function readSample(sample: Sample): FlatReading {
  return flattenReading(sample.id, sample.text, readMessage(sample.text, contextOfSample(sample)));
}
