using System.Reflection;

namespace Axis.Hub.Platform.Storage;

/// <summary>
/// One statement, kept in an embedded <c>.sql</c> file beside its store: <c>Name.sql</c> where one text serves both
/// databases, else <c>Name.sqlite.sql</c> and <c>Name.mssql.sql</c>. Declared as static read-only fields of one list class
/// per store, so that <see cref="ResolveAll"/> can make a missing file stop the start.
/// </summary>
internal sealed class SqlText
{
    private static readonly Assembly Home = typeof(SqlText).Assembly;
    private readonly string sqlite;
    private readonly string sqlServer;

    private SqlText(string name, string sqlite, string sqlServer)
    {
        Name = name;
        this.sqlite = sqlite;
        this.sqlServer = sqlServer;
    }

    /// <summary>Folder and name, for logs and tests.</summary>
    public string Name { get; }

    /// <summary>Finds a statement's files.</summary>
    /// <param name="folder">Folder below the project, with slashes, such as <c>Ledger/Sql</c>.</param>
    /// <param name="name">Name of the file without its endings.</param>
    /// <exception cref="InvalidOperationException">A file is missing, or a portable one stands beside one of a dialect.</exception>
    public static SqlText In(string folder, string name)
    {
        var path = folder + "/" + name;
        var portable = Read(path + ".sql");
        var sqlite = Read(path + ".sqlite.sql");
        var sqlServer = Read(path + ".mssql.sql");
        return (portable, sqlite, sqlServer) switch
        {
            ({ } both, null, null) => new SqlText(path, both, both),
            (null, { } left, { } right) => new SqlText(path, left, right),
            _ => throw new InvalidOperationException(
                $"The statement {path} needs either {name}.sql or both {name}.sqlite.sql and {name}.mssql.sql in the assembly."),
        };
    }

    /// <summary>The text for a database.</summary>
    public string For(SqlDialect dialect) => dialect == SqlDialect.Sqlite ? sqlite : sqlServer;

    /// <summary>Resolves every declared statement of the assembly; the first one that is missing throws.</summary>
    public static IReadOnlyList<SqlText> ResolveAll() =>
        [.. Home.GetTypes()
            .Where(type => !type.ContainsGenericParameters)
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(field => field.FieldType == typeof(SqlText))
            .Select(field => (SqlText)field.GetValue(null)!)];

    private static string? Read(string resource)
    {
        using var stream = Home.GetManifestResourceStream(resource);
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
