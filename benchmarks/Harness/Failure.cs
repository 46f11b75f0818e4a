namespace FastApiStyle.Benchmarks.Harness;

/// <summary>What stops a run, with the sentence that says why.</summary>
internal sealed class Failure(string message) : Exception(message);
