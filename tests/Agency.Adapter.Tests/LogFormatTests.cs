using System.Text.Json;

namespace Agency.Adapter.Tests;

/// <summary>How the process writes its log lines.</summary>
public sealed class LogFormatTests
{
    [Fact]
    public async Task Writes_one_object_a_line_with_every_field_by_name_when_the_settings_say_json()
    {
        await using var adapter = new AdapterProcess();
        adapter.Settings["LogFormat"] = "json";

        adapter.Start();
        await Wait.UntilAsync(() => adapter.Output.Contains("\"EventId\":5302", StringComparison.Ordinal), "it has missed its broker");
        adapter.Terminate();
        (await adapter.EndAsync()).ShouldBe(0, adapter.Output);

        JsonElement[] lines = [.. adapter.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => JsonSerializer.Deserialize<JsonElement>(line))];
        var missed = lines.First(line => line.GetProperty("EventId").GetInt32() == 5302);
        missed.GetProperty("State").GetProperty("Adapter").GetString().ShouldBe("H37");
        missed.GetProperty("Timestamp").GetString()!.ShouldEndWith("Z");
    }

    [Fact]
    public void Knows_two_forms_of_log_lines() =>
        AdapterOptionsRules.Faults(new AdapterOptions { LogFormat = "xml" }).ShouldContain("LogFormat: text or json.");
}
