namespace Axis.Contracts.Http;

/// <summary>Body of <c>POST /v1/items/{id}/acts</c>: an agency does something about an item.</summary>
/// <param name="Act">What.</param>
/// <param name="Agency">Code of the agency, which is one side of the item and served by the adapter.</param>
/// <param name="Note">Reason or remark, 1000 characters at most; required with <see cref="ItemAct.Close"/> and <see cref="ItemAct.Wait"/>.</param>
/// <param name="PromisedOn">Day in Vietnam, today or within a year; with <see cref="ItemAct.Promise"/> only, and required there.</param>
/// <param name="By">The person who does it, if named; 120 characters at most.</param>
public sealed record ActRequest(ItemAct Act, string Agency, string? Note = null, DateOnly? PromisedOn = null, string? By = null);
