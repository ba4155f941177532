namespace Axis.Hub.Tests;

/// <summary>Tests that measure the whole process run while nothing else does.</summary>
[CollectionDefinition(nameof(MeasuredAlone), DisableParallelization = true)]
public sealed class MeasuredAlone;
