export * from "../shared/domain"
