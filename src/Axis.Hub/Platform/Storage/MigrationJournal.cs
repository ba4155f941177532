using System.Data;
using DbUp.Engine;
using DbUp.Engine.Transactions;

namespace Axis.Hub.Platform.Storage;

/// <summary>DbUp's record of applied scripts, with a checksum, written in the script's own transaction.</summary>
internal sealed class MigrationJournal(Func<IConnectionManager> connections, TimeProvider time) : IJournal
{
    public string[] GetExecutedScripts() => connections().ExecuteCommandsWithManagedConnection(create =>
    {
        using var command = create();
        command.CommandText = "SELECT Name FROM Migration ORDER BY Name;";
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read())
        {
            names.Add(reader.GetString(0));
        }

        return names.ToArray();
    });

    public void StoreExecutedScript(SqlScript script, Func<IDbCommand> dbCommandFactory)
    {
        using var command = dbCommandFactory();
        command.CommandText = "INSERT INTO Migration (Name, Sha256, AppliedAt) VALUES (@name, @sha256, @at);";
        Add(command, "@name", script.Name);
        Add(command, "@sha256", Migrator.ChecksumOf(script));
        Add(command, "@at", SqlTime.Write(time.GetUtcNow()));
        command.ExecuteNonQuery();
    }

    public void EnsureTableExistsAndIsLatestVersion(Func<IDbCommand> dbCommandFactory)
    {
        // Made by the migrator's preparation, before any script.
    }

    private static void Add(IDbCommand command, string name, string value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}
