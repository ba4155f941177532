using System.Runtime.CompilerServices;
using Xunit;

namespace Axis.TestKit;

/// <summary>A test on a disk that is really full; skipped by name where nothing may be mounted.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TinyDiskFactAttribute : FactAttribute
{
    public TinyDiskFactAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1) : base(file, line)
    {
        Skip = "needs the right to mount a file system (root on Linux)";
        SkipType = typeof(Requires);
        SkipUnless = nameof(Requires.HasTinyDisk);
    }
}
