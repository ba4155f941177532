using System.Runtime.CompilerServices;
using Xunit;

namespace Axis.TestKit;

/// <summary>A test in a real browser; skipped by name where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1) : base(file, line)
    {
        Skip = "needs Chromium: install chromium";
        SkipType = typeof(Requires);
        SkipUnless = nameof(Requires.HasBrowser);
    }
}
