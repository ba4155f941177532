namespace Axis.Hub.Platform.Storage;

/// <summary>The two databases that one code runs on.</summary>
internal enum SqlDialect
{
    /// <summary>Embedded, one writer.</summary>
    Sqlite,

    /// <summary>SQL Server 2019+ and servers compatible with it.</summary>
    SqlServer,
}
