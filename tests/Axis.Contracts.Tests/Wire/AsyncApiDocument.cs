using System.Globalization;
using System.Text.Json.Nodes;
using Json.Schema;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Axis.Contracts.Tests.Wire;

/// <summary>The published description of the wire, as JSON.</summary>
internal sealed class AsyncApiDocument
{
    private const string SchemaPrefix = "#/components/schemas/";
    private readonly string definitions;

    private AsyncApiDocument(JsonNode root)
    {
        Root = root;
        definitions = Schemas.ToJsonString().Replace(SchemaPrefix, "#/definitions/", StringComparison.Ordinal);
    }

    public static AsyncApiDocument Load()
    {
        using var text = File.OpenText(Path.Combine(Approved.Root, "docs", "wire", "asyncapi.yaml"));
        var yaml = new YamlStream();
        yaml.Load(text);
        return new(Convert(yaml.Documents[0].RootNode)!);
    }

    public JsonNode Root { get; }

    public JsonObject Channels => Root["channels"]!.AsObject();

    public JsonObject Messages => Root["components"]!["messages"]!.AsObject();

    public JsonObject Schemas => Root["components"]!["schemas"]!.AsObject();

    /// <summary>Name of the schema that a <c>$ref</c> points to.</summary>
    public static string? NameOf(JsonNode? reference) => reference?["$ref"]?.GetValue<string>() is { } path
        ? path.StartsWith(SchemaPrefix, StringComparison.Ordinal) ? path[SchemaPrefix.Length..] : null
        : null;

    /// <summary>Everything that <paramref name="json"/> breaks of the schema; empty when it is valid.</summary>
    public IReadOnlyList<string> Faults(string schema, JsonNode json)
    {
        var wrapped = JsonSchema.FromText(
            $$"""{"$schema":"http://json-schema.org/draft-07/schema#","allOf":[{"$ref":"#/definitions/{{schema}}"}],"definitions":{{definitions}}}""");
        var result = wrapped.Evaluate(json, new EvaluationOptions { OutputFormat = OutputFormat.List, RequireFormatValidation = true });
        return result.IsValid
            ? []
            : [.. result.Details.Where(detail => detail.HasErrors)
                .SelectMany(detail => detail.Errors!.Select(error => $"{detail.InstanceLocation}: {error.Value}"))];
    }

    private static JsonNode? Convert(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(pair =>
            KeyValuePair.Create(((YamlScalarNode)pair.Key).Value!, Convert(pair.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Convert)]),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" or "false" } flag => JsonValue.Create(flag.Value == "true"),
        YamlScalarNode { Style: ScalarStyle.Plain } plain
            when int.TryParse(plain.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => JsonValue.Create(number),
        YamlScalarNode scalar => JsonValue.Create(scalar.Value),
        _ => throw new InvalidOperationException($"Unexpected YAML at {node.Start}."),
    };
}
