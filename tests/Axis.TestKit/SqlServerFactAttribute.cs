using System.Runtime.CompilerServices;
using Xunit;

namespace Axis.TestKit;

/// <summary>A test on a real SQL Server; skipped by name where none is named.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SqlServerFactAttribute : FactAttribute
{
    public SqlServerFactAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1) : base(file, line)
    {
        Skip = Requires.SqlServerVariable + " names no SQL Server.";
        SkipType = typeof(Requires);
        SkipUnless = nameof(Requires.HasSqlServer);
    }
}
