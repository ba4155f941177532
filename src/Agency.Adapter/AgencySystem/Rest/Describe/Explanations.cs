using System.Text.Json.Nodes;
using Axis.Contracts.Errors;

namespace Agency.Adapter.AgencySystem.Rest.Describe;

/// <summary>What the OpenAPI document says of an endpoint beyond its types.</summary>
/// <param name="Example">Example of the answer, or <c>null</c>.</param>
/// <param name="Errors">Codes it may answer with.</param>
internal sealed record Explanation(JsonNode? Example, IReadOnlyList<ErrorEntry> Errors);

/// <summary>Request headers an endpoint reads.</summary>
/// <param name="Names">Their names.</param>
internal sealed record HeadersRead(IReadOnlyList<string> Names);

/// <summary>An endpoint whose form asks something of a document: parts <c>request</c>, <c>document</c> and files.</summary>
/// <param name="NeedsDocument">False when the document that was sent stands in for what the form leaves out.</param>
internal sealed record FormParts(bool NeedsDocument);

/// <summary>Puts the explanations onto endpoints.</summary>
internal static class Explanations
{
    public static RouteHandlerBuilder Explain(
        this RouteHandlerBuilder endpoint, string summary, string description, string? example, params IReadOnlyList<ErrorEntry> errors)
    {
        foreach (var status in errors.Select(Problem.StatusOf).Distinct())
        {
            endpoint.Produces<Problem>(status, Problem.ContentType);
        }

        return endpoint.WithSummary(summary).WithDescription(description.ReplaceLineEndings(" "))
            .WithMetadata(new Explanation(example is null ? null : JsonNode.Parse(example), errors));
    }

    public static RouteHandlerBuilder HasForm(this RouteHandlerBuilder endpoint, bool needsDocument) => endpoint.WithMetadata(new FormParts(needsDocument));

    public static RouteHandlerBuilder HasHeaders(this RouteHandlerBuilder endpoint, params IReadOnlyList<string> names) =>
        endpoint.WithMetadata(new HeadersRead(names));
}
