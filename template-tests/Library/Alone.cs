namespace FastApiStyle.TemplateTests.Library;

/// <summary>For tests of what a process has once, such as its memory and its environment.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
